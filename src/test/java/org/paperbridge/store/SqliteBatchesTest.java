package org.paperbridge.store;

final class SqliteBatchesTest extends BatchesContract {

    @Override
    StoreSettings settings() {
        return new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", "");
    }
}
