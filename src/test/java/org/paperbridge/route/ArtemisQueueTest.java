package org.paperbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.FreePort;
import org.paperbridge.route.artemis.ArtemisQueue;
import org.paperbridge.store.Store;
import org.paperbridge.store.StoreSettings;
import org.paperbridge.store.TestStore;

/** The same routes, woken over JMS by a real Artemis server. */
final class ArtemisQueueTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void theRoutesRunOverArtemisAndSurviveItsRestart() throws Exception {
        Files.createDirectories(home.resolve("inbox"));
        int port = FreePort.pick();
        StoreSettings settings = new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", "");
        EmbeddedActiveMQ broker = start(port);
        try (Store store = TestStore.open(settings, home, Clock.systemUTC())) {
            CollectingSender ehr = new CollectingSender("fhir", 0);
            CollectingSender billing = new CollectingSender("billing", 0);
            Map<String, String> keys = new HashMap<>(RunningPipeline.settings(home));
            keys.putAll(ArtemisQueue.settings());
            Map<String, Object> beans = RunningPipeline.beans(store, List.of(ehr, billing), "p1");
            beans.put("jms", ArtemisQueue.component("tcp://localhost:" + port, "", ""));
            try (Pipeline running = Pipeline.start(RunningPipeline.SHIPPED, keys, beans)) {
                Files.writeString(home.resolve("inbox/one.txt"), "STACK\nsure AAAAAAAAA1\nsure AAAAAAAAA2\n");
                PipelineTest.await(() -> ehr.received.size() == 2 && billing.received.size() == 2);

                broker.stop();
                broker = start(port);
                Files.writeString(home.resolve("inbox/two.txt"), "STACK\nsure AAAAAAAAA3\n");
                PipelineTest.await(() -> ehr.received.size() == 3);
            }
            assertThat(ehr.received.values()).containsOnly(1);
        } finally {
            broker.stop();
        }
    }

    private static EmbeddedActiveMQ start(int port) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("tcp", "tcp://localhost:" + port);
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.start();
        return broker;
    }
}
