package io.archivero.testkit;

class InMemoryLogTest extends LogContract {
    @Override
    protected StoreFixture fixture() {
        return new InMemoryFixture();
    }
}
