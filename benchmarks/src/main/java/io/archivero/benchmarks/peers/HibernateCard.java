package io.archivero.benchmarks.peers;

import io.archivero.benchmarks.CardRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.UpdateTimestamp;
import org.jspecify.annotations.NullUnmarked;

/** The table as Hibernate knows it. */
@MappedSuperclass
@NullUnmarked // an entity is filled by Hibernate
public abstract class HibernateCard {
    /**
     * The key.
     *
     * @param environment the environment
     * @param externalId the external id
     */
    public record Key(String environment, String externalId) {}

    /** A card whose versions Hibernate counts. */
    @Entity
    @Table(name = "archivero_documents")
    @IdClass(Key.class)
    public static class Versioned extends HibernateCard {
        @Version
        Long version;

        /** Returns a card as the row says, new to Hibernate. */
        static Versioned of(CardRow row) {
            var card = new Versioned();
            card.take(row);
            return card;
        }
    }

    /** A card for {@code upsertMultiple}, which refuses a card whose version it would have to know. */
    @Entity
    @Table(name = "archivero_documents")
    @IdClass(Key.class)
    public static class Unversioned extends HibernateCard {
        @Column(updatable = false)
        Long version = 1L;

        /** Returns a card as the row says. */
        static Unversioned of(CardRow row) {
            var card = new Unversioned();
            card.take(row);
            return card;
        }
    }

    @Id
    String environment;

    @Id
    @Column(name = "external_id")
    String externalId;

    @Column(updatable = false)
    UUID id;

    @Column(name = "client_id")
    UUID clientId;

    String scope;
    String type;
    String category;

    @Column(name = "content_type")
    String contentType;

    String filename;
    Long size;

    @Column(name = "storage_path")
    String storagePath;

    @Column(name = "expires_at")
    LocalDate expiresAt;

    String fields;
    String metadata;
    String status;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @UpdateTimestamp
    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "verified_at")
    Instant verifiedAt;

    @Column(name = "verified_by")
    String verifiedBy;

    @Column(name = "rejection_reason")
    String rejectionReason;

    @Column(name = "reviewed_at")
    Instant reviewedAt;

    @Column(name = "reviewed_by")
    String reviewedBy;

    Key key() {
        return new Key(environment, externalId);
    }

    /** Takes over everything that a row says. */
    void take(CardRow row) {
        environment = row.environment();
        externalId = row.externalId();
        id = row.id();
        createdAt = row.instant();
        updatedAt = row.instant();
        takeContent(row);
    }

    /** Takes over what the caller set. */
    void takeContent(CardRow row) {
        clientId = row.clientId();
        scope = row.scope();
        type = row.type();
        category = row.category();
        contentType = row.contentType();
        filename = row.filename();
        size = row.size();
        storagePath = row.storagePath();
        expiresAt = row.expiresAt();
        fields = row.fields();
        metadata = row.metadata();
        status = row.status();
        verifiedAt = null;
        verifiedBy = null;
        rejectionReason = null;
        reviewedAt = null;
        reviewedBy = null;
    }

    boolean isSame(CardRow row) {
        return clientId.equals(row.clientId())
                && scope.equals(row.scope())
                && type.equals(row.type())
                && Objects.equals(category, row.category())
                && Objects.equals(contentType, row.contentType())
                && Objects.equals(filename, row.filename())
                && Objects.equals(size, row.size())
                && Objects.equals(storagePath, row.storagePath())
                && Objects.equals(expiresAt, row.expiresAt())
                && fields.equals(row.fields())
                && metadata.equals(row.metadata());
    }
}
