package org.paperbridge.route.source;

import jakarta.mail.BodyPart;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailMessage;
import org.paperbridge.route.OriginalIntake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a scan-to-mail device attached. The route moves the message only after this returned: into the folder of
 * those that are done, or, when something in it could not be taken, into the folder of those a person has to look at.
 * Neither sender, subject nor file name is logged.
 */
public final class MailIntake {

    private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);
    private static final int MOST_ATTACHMENTS = 500;
    private static final int DEEPEST = 8;
    /** Base64 and line ends. */
    private static final double ENCODED_SHARE = 1.4;

    private final OriginalIntake intake;
    private final SourceActivity activity;

    public MailIntake(OriginalIntake intake, SourceActivity activity) {
        this.intake = intake;
        this.activity = activity;
    }

    /**
     * Keeps every attachment of a message.
     *
     * @return {@code done} when all were kept, {@code refused} when any could not be taken
     * @throws IOException when the line broke or there is no room: the message stays and is taken again
     */
    public String receive(Exchange exchange) throws IOException {
        String source = exchange.getMessage().getHeader(OriginalIntake.SOURCE, "", String.class);
        long largest = exchange.getMessage().getHeader("largest", Long.class) << 20;
        Message message = exchange.getMessage(MailMessage.class).getOriginalMessage();
        List<Part> attachments = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try {
            collect(message, 0, attachments, refused);
            if (attachments.isEmpty() && refused.isEmpty()) {
                refused.add("mail-without-scan");
            }
            for (Part part : attachments) {
                keep(part, source, largest).ifPresent(refused::add);
            }
        } catch (FolderClosedException e) {
            throw new IOException("The mailbox was closed meanwhile", e);
        } catch (MessagingException e) {
            throw new IOException("The message could not be read", e);
        }
        if (refused.isEmpty()) {
            return "done";
        }
        LOG.warn("A message to {} was set aside, {} of its parts refused: {}", source, refused.size(), refused);
        activity.failed(source, refused.getFirst());
        return "refused";
    }

    private static void collect(Part part, int depth, List<Part> attachments, List<String> refused)
            throws MessagingException, IOException {
        if (depth > DEEPEST || attachments.size() >= MOST_ATTACHMENTS) {
            refused.add("mail-too-many-parts");
            return;
        }
        if (part.isMimeType("multipart/*")) {
            Multipart multipart = (Multipart) part.getContent();
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                collect(child, depth + 1, attachments, refused);
            }
        } else if (isScan(part)) {
            attachments.add(part);
        } else if (isAttached(part)) {
            refused.add("mail-other-attachment");
        }
    }

    /** Declared so; what it really is, is looked at when it is split, and a lie becomes a task for a reviewer. */
    private static boolean isScan(Part part) throws MessagingException {
        String name = Optional.ofNullable(part.getFileName()).orElse("").toLowerCase(Locale.ROOT);
        return part.isMimeType("application/pdf")
                || part.isMimeType("image/tiff")
                || part.isMimeType("image/jpeg")
                || part.isMimeType("image/png")
                || part.isMimeType("image/jp2")
                || name.matches(".*\\.(pdf|tiff?|jpe?g|png|jp2)");
    }

    private static boolean isAttached(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
    }

    /** Why a part was refused; empty when it is kept. */
    private Optional<String> keep(Part part, String source, long largest) throws MessagingException, IOException {
        if (part.getSize() > largest * ENCODED_SHARE) {
            return Optional.of("mail-too-large");
        }
        String name = Optional.ofNullable(part.getFileName()).orElse("mail");
        try (InputStream in = new AtMost(part.getInputStream(), largest)) {
            intake.keep(in, name, source, -1);
            return Optional.empty();
        } catch (AtMost.TooLargeException e) {
            return Optional.of("mail-too-large");
        }
    }
}
