package io.archivero.testkit;

import net.jqwik.api.Group;
import net.jqwik.api.Label;

/**
 * What holds for every repository, tried with random documents by jqwik, one property per law; {@code docs/laws.md} lists them. A backend
 * proves itself by a class of its own, whose name ends in {@code Properties} so that Surefire finds it:
 *
 * <pre>{@code
 * class MyRepositoryProperties extends DocumentRepositoryLaws {
 *     @Override
 *     protected StoreFixture fixture() {
 *         return MyFixture.INSTANCE;
 *     }
 * }
 * }</pre>
 *
 * <p>Each law is tried as often as jqwik's parameter {@code jqwik.tries.default} says: 1,000 times, unless
 * {@code junit-platform.properties} says otherwise, or the system property of the same name, which goes first. A red law prints its
 * seed and the smallest example that jqwik found.
 */
public abstract class DocumentRepositoryLaws {
    /** For subclasses. */
    protected DocumentRepositoryLaws() {}

    /** Returns the way to the store under test; asked once for each law. */
    protected abstract StoreFixture fixture();

    @Group
    @Label("Batches")
    class Batches extends BatchLaws {
        Batches() {
            super(DocumentRepositoryLaws.this.fixture());
        }
    }

    @Group
    @Label("Documents")
    class Documents extends DocumentLaws {
        Documents() {
            super(DocumentRepositoryLaws.this.fixture());
        }
    }

    @Group
    @Label("Lives")
    class Lives extends LifeLaws {
        Lives() {
            super(DocumentRepositoryLaws.this.fixture());
        }
    }

    @Group
    @Label("Imports")
    class Imports extends ImportLaws {
        Imports() {
            super(DocumentRepositoryLaws.this.fixture());
        }
    }

    @Group
    @Label("Lists")
    class Lists extends ListLaws {
        Lists() {
            super(DocumentRepositoryLaws.this.fixture());
        }
    }

    @Group
    @Label("Sequences")
    class Sequences extends SequenceLaws {
        Sequences() {
            super(DocumentRepositoryLaws.this.fixture());
        }
    }
}
