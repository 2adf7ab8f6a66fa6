package org.paperbridge.app.server;

/** The server cannot start. The message is one line, or one line per mistake, that says what to do. */
public final class ServerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it cannot start, as the exit code of the process. */
    public enum Cause {
        /** Settings, routes, policy or templates are wrong. */
        CONFIGURATION(78),
        /** Something it needs is not there: the key ring, the store, a free port. */
        UNAVAILABLE(69),
        /** It may not write, or the disk is full. */
        CANNOT_WRITE(73);

        private final int exitCode;

        Cause(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Cause why;

    public ServerRefusedException(Cause why, String message) {
        super(message);
        this.why = why;
    }

    public ServerRefusedException(Cause why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    /** Says what the cause says. */
    public ServerRefusedException(Cause why, RuntimeException cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.why = why;
    }

    public Cause why() {
        return why;
    }
}
