package org.paperbridge.store;

final class SqliteLedgerTest extends LedgerContract {

    @Override
    StoreSettings settings() {
        return new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", "");
    }
}
