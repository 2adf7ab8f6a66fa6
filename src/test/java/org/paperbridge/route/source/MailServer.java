package org.paperbridge.route.source;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** GreenMail's IMAP server with one mailbox. */
final class MailServer implements AutoCloseable {

    static final String USER = "scans";
    static final String PASSWORD = "scan mail";

    private final GreenMail server;
    private final GreenMailUser user;

    /** @param protocol {@code imap} or {@code imaps} */
    MailServer(String protocol) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        user = server.setUser("scans@hospital.example", USER, PASSWORD);
    }

    String port() {
        return Integer.toString(
                server.getImap() != null
                        ? server.getImap().getPort()
                        : server.getImaps().getPort());
    }

    /** One attachment: name, media type, content. */
    record Attachment(String name, String type, byte[] content) {
        static Attachment of(String name, String type, String content) {
            return new Attachment(name, type, content.getBytes(StandardCharsets.US_ASCII));
        }
    }

    void deliver(String subject, Attachment... attachments) throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom("mfp-3b@hospital.example");
        message.setRecipients(Message.RecipientType.TO, "scans@hospital.example");
        message.setSubject(subject);
        MimeMultipart parts = new MimeMultipart();
        BodyPart text = new MimeBodyPart();
        text.setText("This message was sent by a device.");
        parts.addBodyPart(text);
        for (Attachment one : attachments) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(one.content(), one.type())));
            part.setFileName(one.name());
            parts.addBodyPart(part);
        }
        message.setContent(parts);
        message.saveChanges();
        user.deliver(message);
    }

    /** Subjects in a folder, in order. */
    List<String> subjects(String folder) {
        Properties properties = new Properties();
        properties.put("mail.imap.ssl.trust", "*");
        properties.put("mail.imaps.ssl.trust", "*");
        properties.put("mail.imaps.ssl.checkserveridentity", "false");
        Session session = Session.getInstance(properties);
        String protocol = server.getImap() != null ? "imap" : "imaps";
        try (Store store = session.getStore(protocol)) {
            store.connect("127.0.0.1", Integer.parseInt(port()), USER, PASSWORD);
            Folder found = store.getFolder(folder);
            if (!found.exists()) {
                return List.of();
            }
            found.open(Folder.READ_ONLY);
            List<String> subjects = new ArrayList<>();
            for (Message message : found.getMessages()) {
                subjects.add(message.getSubject());
            }
            return subjects;
        } catch (MessageRemovedException e) {
            return List.of("one is just being moved");
        } catch (MessagingException e) {
            if (String.valueOf(e.getMessage()).contains("envelope")) {
                return List.of("one is just being moved");
            }
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
