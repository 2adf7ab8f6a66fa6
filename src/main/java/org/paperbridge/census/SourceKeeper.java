package org.paperbridge.census;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the census routes hand over, kept in the feed folder as it came, for each message says itself which characters it
 * is written in. Every method returns only when the bytes are on disk.
 *
 * <p>Kept files are named by what is in them (the same file twice is kept once), never by the name they came under.
 */
public final class SourceKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(SourceKeeper.class);
    private static final int START = 0x0b;
    private static final int NAME_LENGTH = 16;

    private final FeedFolder feed;
    private final AnswerWriter answers;

    public SourceKeeper(FeedFolder feed, AnswerWriter answers) {
        this.feed = feed;
        this.answers = answers;
    }

    /**
     * @param frame one message as it came over MLLP, without its end mark
     * @return the framed acknowledgement: AA when the message is on disk, AE so that the sender tries again, AR for what
     *     is no HL7 v2
     */
    public byte[] answerMessage(byte[] frame) {
        byte[] message = withoutStart(frame);
        if (!AnswerWriter.isHl7(message)) {
            return answers.answer(message, AnswerWriter.Code.AR);
        }
        try {
            feed.keep(message);
            return answers.answer(message, AnswerWriter.Code.AA);
        } catch (IOException e) {
            LOG.warn(
                    "A message could not be kept, the sender will try again: {}",
                    e.getClass().getSimpleName());
            return answers.answer(message, AnswerWriter.Code.AE);
        }
    }

    /** @return name under which the file is kept */
    public String keepMessages(java.io.File file) throws IOException {
        return keep(file.toPath(), "hl7-", ".hl7");
    }

    /** @return name under which the file is kept */
    public String keepResources(java.io.File file) throws IOException {
        boolean lines = file.getName().toLowerCase(Locale.ROOT).endsWith(".ndjson");
        return keep(file.toPath(), "fhir-", lines ? ".ndjson" : ".json");
    }

    /** A table states who is here now, so it replaces the one that came under the same name, digits not counted. */
    public String keepTable(java.io.File file) throws IOException {
        byte[] name = file.getName().replaceAll("\\d+", "").getBytes(StandardCharsets.UTF_8);
        return copy(
                file.toPath(), "csv-" + HexFormat.of().formatHex(sha256().digest(name), 0, NAME_LENGTH / 2), ".csv");
    }

    private String keep(Path file, String prefix, String suffix) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return copy(file, prefix + HexFormat.of().formatHex(digest.digest(), 0, NAME_LENGTH / 2), suffix);
    }

    /** First beside its place under a name no reader takes, then in one step to its place. */
    private String copy(Path from, String name, String suffix) throws IOException {
        Path target = feed.path(name + suffix);
        Path part = feed.path("." + name + suffix + ".part");
        Files.deleteIfExists(part);
        FeedFolder.createPrivate(part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            Files.copy(from, Channels.newOutputStream(channel));
            channel.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        feed.forceNames();
        return name;
    }

    private static byte[] withoutStart(byte[] frame) {
        int start = 0;
        while (start < frame.length && (frame[start] == START || frame[start] == '\r' || frame[start] == '\n')) {
            start++;
        }
        return java.util.Arrays.copyOfRange(frame, start, frame.length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
