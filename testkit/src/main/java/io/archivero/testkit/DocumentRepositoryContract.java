package io.archivero.testkit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What every repository must do, one test per rule. A backend proves itself by a class of its own:
 *
 * <pre>{@code
 * class MyRepositoryTest extends DocumentRepositoryContract {
 *     @Override
 *     protected StoreFixture fixture() {
 *         return MyFixture.INSTANCE;
 *     }
 * }
 * }</pre>
 *
 * <p>Nothing here sleeps or looks at the real clock. What needs many random cases stands in {@link DocumentRepositoryLaws}, what needs
 * a database in {@link JdbcContract}.
 */
public abstract class DocumentRepositoryContract {
    /** For subclasses. */
    protected DocumentRepositoryContract() {}

    /** Returns the way to the store under test; asked once for each test. */
    protected abstract StoreFixture fixture();

    @Nested
    @DisplayName("A call")
    class Calls extends CallContract {
        Calls() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A batch")
    class Outcomes extends OutcomeContract {
        Outcomes() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("An expected version")
    class Guards extends GuardContract {
        Guards() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("The file of a document")
    class Files extends FileContract {
        Files() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A review")
    class Reviews extends ReviewContract {
        Reviews() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A source version")
    class SourceVersions extends SourceVersionContract {
        SourceVersions() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("In the life of a document,")
    class Lives extends LifecycleContract {
        Lives() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("Steps in the life of many documents")
    class BulkLives extends BulkLifecycleContract {
        BulkLives() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A removal")
    class Removals extends RemovalContract {
        Removals() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("Hostile or not:")
    class HostileValues extends HostileContract {
        HostileValues() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("Limits:")
    class Limits extends LimitContract {
        Limits() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("Apart:")
    class Isolation extends IsolationContract {
        Isolation() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("Reading")
    class Reading extends ReadingContract {
        Reading() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A query")
    class Queries extends QueryContract {
        Queries() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A page")
    class Pages extends PageContract {
        Pages() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A stream")
    class Streams extends StreamContract {
        Streams() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A preview")
    class Previews extends PreviewContract {
        Previews() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("An import")
    class Imports extends ImportContract {
        Imports() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("JSON")
    class Json extends JsonContract {
        Json() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("Over time:")
    class Revisions extends RevisionContract {
        Revisions() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("Fields")
    class Fields extends FieldsContract {
        Fields() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }

    @Nested
    @DisplayName("A listener")
    class Listeners extends ListenerContract {
        Listeners() {
            super(DocumentRepositoryContract.this.fixture());
        }
    }
}
