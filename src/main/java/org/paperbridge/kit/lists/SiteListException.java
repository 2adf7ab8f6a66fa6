package org.paperbridge.kit.lists;

/** The file that describes a site's lists cannot be understood; the message lists every mistake. */
public final class SiteListException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SiteListException(String message) {
        super(message);
    }
}
