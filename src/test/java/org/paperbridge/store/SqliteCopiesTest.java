package org.paperbridge.store;

final class SqliteCopiesTest extends CopiesContract {

    @Override
    StoreSettings settings() {
        return new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", "");
    }
}
