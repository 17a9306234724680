package io.archivero.examples;

import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.TransactionMode;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.jdbc.postgres.PostgresDocumentRepository;
import io.archivero.testkit.EmbeddedPostgres;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A host on Spring, on whichever database: a pool, transactions by annotation, a repository, and a service that uses it. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class SpringHost {
    @Bean
    PlatformTransactionManager transactions(DataSource pool) {
        return new DataSourceTransactionManager(pool);
    }

    @Bean
    JdbcTemplate jdbc(DataSource pool) {
        var jdbc = new JdbcTemplate(pool);
        jdbc.execute("create table customer (id uuid primary key)");
        return jdbc;
    }

    @Bean
    CustomerDesk desk(JdbcTemplate jdbc, DocumentRepository documents) {
        return new Desk(jdbc, documents);
    }

    /** The service: plain code, whose annotations say where transactions begin and end. */
    static class Desk implements CustomerDesk {
        private final JdbcTemplate jdbc;
        private final DocumentRepository documents;

        Desk(JdbcTemplate jdbc, DocumentRepository documents) {
            this.jdbc = jdbc;
            this.documents = documents;
        }

        // tag::service[]
        @Transactional
        @Override
        public void register(UUID customer, List<DocumentUpsert> papers) {
            jdbc.update("insert into customer (id) values (?)", customer);
            documents.batchUpsertByExternalId(Environment.LIVE, papers);
        } // commits the customer and the papers, or neither
        // end::service[]

        @Transactional
        @Override
        public void together(Runnable work) {
            work.run();
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        @Override
        public void apart(Runnable work) {
            work.run();
        }

        @Transactional(readOnly = true)
        @Override
        public <T> T lookUp(Supplier<T> work) {
            return work.get();
        }
    }

    /** H2 as its database. */
    @Configuration(proxyBeanMethods = false)
    static class OnH2 {
        @Bean
        HikariDataSource pool() {
            var pool = new HikariDataSource();
            pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
            return pool;
        }

        // tag::bean[]
        @Bean
        DocumentRepository documents(DataSource pool) {
            return H2DocumentRepository.create(new TransactionAwareDataSourceProxy(pool));
        }
        // end::bean[]
    }

    /** H2 as its database, over a pool that hands out connections with autocommit off. */
    @Configuration(proxyBeanMethods = false)
    static class OnH2WithoutAutocommit {
        @Bean
        HikariDataSource pool() {
            var pool = new HikariDataSource();
            pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
            pool.setAutoCommit(false);
            return pool;
        }

        @Bean
        DocumentRepository documents(DataSource pool) {
            return H2DocumentRepository.builder(new TransactionAwareDataSourceProxy(pool))
                    .transactions(TransactionMode.JOIN)
                    .build();
        }
    }

    /** PostgreSQL as its database. */
    @Configuration(proxyBeanMethods = false)
    static class OnPostgres {
        @Bean
        HikariDataSource pool() {
            var pool = new HikariDataSource();
            pool.setDataSource(EmbeddedPostgres.freshDatabase());
            return pool;
        }

        @Bean
        DocumentRepository documents(DataSource pool) {
            return PostgresDocumentRepository.create(new TransactionAwareDataSourceProxy(pool));
        }
    }
}
