package org.paperbridge.route;

import jakarta.mail.AuthenticationFailedException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.paperbridge.source.NotKeptException;
import org.paperbridge.source.ScanTrouble;

/** What an exception of a source means for who has to act. */
final class SourceTrouble {

    private SourceTrouble() {}

    static String codeOf(Throwable fault) {
        ScanTrouble trouble = ScanTrouble.BROKE_OFF;
        for (Throwable each = fault; each != null; each = each.getCause()) {
            trouble = switch (each) {
                case NotKeptException e -> ScanTrouble.NOT_KEPT;
                case SSLException e -> ScanTrouble.NOT_TRUSTED;
                case AuthenticationFailedException e -> ScanTrouble.NOT_ALLOWED;
                case ConnectException e -> ScanTrouble.UNREACHABLE;
                case UnknownHostException e -> ScanTrouble.UNREACHABLE;
                case SocketTimeoutException e -> ScanTrouble.UNREACHABLE;
                case UncheckedIOException e -> trouble;
                default ->
                    isHostKey(each)
                            ? ScanTrouble.NOT_TRUSTED
                            : isAuthentication(each) ? ScanTrouble.NOT_ALLOWED : trouble;
            };
        }
        return trouble.code();
    }

    /** Camel hides JSch, whose exceptions about host keys all say so in their names. */
    private static boolean isHostKey(Throwable fault) {
        return fault.getClass().getSimpleName().contains("HostKey");
    }

    /** JSch says it in words only. */
    private static boolean isAuthentication(Throwable fault) {
        String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        return message.startsWith("auth fail") || message.startsWith("auth cancel");
    }
}
