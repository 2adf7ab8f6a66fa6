package org.paperbridge.natives;

/** A native library does not run on this machine; the message is one line that says what to do. */
public final class NativeLibraryException extends RuntimeException {

    /** @param library the name it is known by, e.g. OpenCV */
    public NativeLibraryException(String library, Throwable cause) {
        super(
                library + " cannot be loaded on this machine (" + reason(cause) + "). Paperbridge's own copy needs a"
                        + " 64-bit Linux with glibc, and room to unpack in the home folder or in the folder named by"
                        + " -Dorg.bytedeco.javacpp.cachedir (PAPERBRIDGE_JAVA_OPTIONS).",
                cause);
    }

    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() instanceof Throwable next) {
            deepest = next;
        }
        String message = deepest.getMessage();
        return message == null
                ? deepest.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
