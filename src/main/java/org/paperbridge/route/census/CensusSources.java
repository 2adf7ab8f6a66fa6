package org.paperbridge.route.census;

import io.netty.buffer.Unpooled;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.netty.ChannelHandlerFactories;
import org.paperbridge.census.AnswerWriter;
import org.paperbridge.census.FeedFolder;
import org.paperbridge.census.SourceKeeper;
import org.paperbridge.census.hapi.FhirServer;
import org.paperbridge.route.Pipeline;
import org.paperbridge.route.PipelineRefusedException;
import org.paperbridge.route.Troubles;

/** The running routes of {@code pipeline/census}; what they take lies in the feed folder. */
public final class CensusSources {

    /** No admission message is that long; a stream without an end must not fill the memory. */
    private static final int MOST_BYTES = 8 << 20;

    private static final List<String> FOLDERS =
            List.of("hl7-files.directory", "fhir-files.directory", "csv-files.directory");

    private CensusSources() {}

    /**
     * @param routes with {@code routes/}, {@code application.properties} and {@code fhir-server.properties}
     * @param feed folder of what is kept; relative drop folders lie in it
     * @param settings win over {@code application.properties}
     * @throws PipelineRefusedException saying what is wrong with the routes
     */
    public static Pipeline start(Path routes, Path feed, Map<String, String> settings, Clock clock) {
        Map<String, Object> beans = new HashMap<>();
        beans.put("keeper", new SourceKeeper(new FeedFolder(feed, clock), new AnswerWriter(clock)));
        beans.put("fhirServer", new FhirServer(routes.resolve("fhir-server.properties"), feed, clock));
        beans.put("troubles", new Troubles());
        beans.put(
                "mllpFrame",
                ChannelHandlerFactories.newDelimiterBasedFrameDecoder(
                        MOST_BYTES,
                        new io.netty.buffer.ByteBuf[] {Unpooled.wrappedBuffer(new byte[] {0x1c, 0x0d})},
                        true,
                        "tcp"));
        beans.put("mllpBytes", ChannelHandlerFactories.newByteArrayDecoder("tcp"));
        beans.put("mllpAnswer", ChannelHandlerFactories.newByteArrayEncoder("tcp"));
        Map<String, String> all = new HashMap<>(settings);
        Map<String, String> declared = Pipeline.settings(routes);
        for (String key : FOLDERS) {
            String folder = settings.getOrDefault(key, declared.getOrDefault(key, key));
            all.put(key, feed.toAbsolutePath().resolve(folder).toString());
        }
        return Pipeline.start(routes, all, beans);
    }
}
