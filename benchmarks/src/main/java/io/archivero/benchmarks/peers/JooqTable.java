package io.archivero.benchmarks.peers;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** The table as jOOQ's code generator would describe it. */
final class JooqTable extends TableImpl<Record> {
    private static final long serialVersionUID = 1L;

    static final JooqTable CARDS = new JooqTable();

    static final Field<String> ENVIRONMENT = column("environment", SQLDataType.VARCHAR);
    static final Field<String> EXTERNAL_ID = column("external_id", SQLDataType.VARCHAR);
    static final Field<UUID> ID = column("id", SQLDataType.UUID);
    static final Field<Long> VERSION = column("version", SQLDataType.BIGINT);
    static final Field<OffsetDateTime> CREATED_AT = column("created_at", SQLDataType.TIMESTAMPWITHTIMEZONE(6));
    static final Field<OffsetDateTime> UPDATED_AT = column("updated_at", SQLDataType.TIMESTAMPWITHTIMEZONE(6));
    static final Field<byte[]> CONTENT_HASH = column("content_hash", SQLDataType.VARBINARY);

    /** What an update replaces. */
    static final List<Field<?>> CONTENT = List.of(
            column("client_id", SQLDataType.UUID),
            column("scope", SQLDataType.VARCHAR),
            column("type", SQLDataType.VARCHAR),
            column("category", SQLDataType.VARCHAR),
            column("content_type", SQLDataType.VARCHAR),
            column("filename", SQLDataType.VARCHAR),
            column("size", SQLDataType.BIGINT),
            column("storage_path", SQLDataType.VARCHAR),
            column("expires_at", SQLDataType.LOCALDATE),
            column("fields", SQLDataType.VARCHAR),
            column("metadata", SQLDataType.VARCHAR),
            column("status", SQLDataType.VARCHAR),
            UPDATED_AT,
            CONTENT_HASH);
    /** What an update empties. */
    static final List<Field<?>> REVIEW = List.of(
            column("verified_at", SQLDataType.TIMESTAMPWITHTIMEZONE(6)),
            column("verified_by", SQLDataType.VARCHAR),
            column("rejection_reason", SQLDataType.VARCHAR),
            column("reviewed_at", SQLDataType.TIMESTAMPWITHTIMEZONE(6)),
            column("reviewed_by", SQLDataType.VARCHAR));

    private JooqTable() {
        super(DSL.name("archivero_documents"));
    }

    private static <T> Field<T> column(String name, DataType<T> type) {
        return createField(DSL.name(name), type, CARDS, "");
    }
}
