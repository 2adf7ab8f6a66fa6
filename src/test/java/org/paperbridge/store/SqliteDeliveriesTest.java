package org.paperbridge.store;

final class SqliteDeliveriesTest extends DeliveriesContract {

    @Override
    StoreSettings settings() {
        return new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", "");
    }
}
