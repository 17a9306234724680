package io.archivero.jdbc.h2;

import io.archivero.testkit.LargeStore;
import io.archivero.testkit.QueryCostContract;

class H2QueryCostTest extends QueryCostContract {
    @Override
    protected LargeStore store() {
        return new H2LargeStore();
    }

    @Override
    protected boolean hasMetadataIndex() {
        return false;
    }
}
