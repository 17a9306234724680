package io.archivero.testkit;

/** The contract's first and fastest subject. */
class InMemoryContractTest extends DocumentRepositoryContract {
    @Override
    protected StoreFixture fixture() {
        return new InMemoryFixture();
    }
}
