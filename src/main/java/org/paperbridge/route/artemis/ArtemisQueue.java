package org.paperbridge.route.artemis;

import jakarta.jms.ConnectionFactory;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;

/** The queue that wakes steps on several machines. */
public final class ArtemisQueue {

    private static final String OPTIONS = "?timeToLive=60000&deliveryPersistent=false";

    private ArtemisQueue() {}

    /** What the routes' queue placeholders become. A wake-up call that nobody took for a minute is not worth keeping. */
    public static Map<String, String> settings() {
        return Map.of(
                "queue.split", "jms:queue:paperbridge.split" + OPTIONS,
                "queue.pages", "jms:queue:paperbridge.pages" + OPTIONS,
                "queue.validation", "jms:queue:paperbridge.validation" + OPTIONS,
                "queue.delivery", "jms:queue:paperbridge.delivery" + OPTIONS);
    }

    /**
     * The component to bind under the name {@code jms}.
     *
     * @param url e.g. {@code tcp://broker:61616}
     */
    public static JmsComponent component(String url, String user, String password) {
        ConnectionFactory factory = user.isEmpty()
                ? new ActiveMQConnectionFactory(url)
                : new ActiveMQConnectionFactory(url, user, password);
        return JmsComponent.jmsComponentAutoAcknowledge(factory);
    }
}
