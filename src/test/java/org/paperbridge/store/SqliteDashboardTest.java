package org.paperbridge.store;

final class SqliteDashboardTest extends DashboardContract {

    @Override
    StoreSettings settings() {
        return new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", "");
    }
}
