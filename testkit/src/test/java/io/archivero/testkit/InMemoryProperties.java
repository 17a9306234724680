package io.archivero.testkit;

/** Every law, at full tries. */
class InMemoryProperties extends DocumentRepositoryLaws {
    @Override
    protected StoreFixture fixture() {
        return new InMemoryFixture();
    }
}
