package org.paperbridge.publish;

/** A kit did not reach its target; what was there before is whole. */
public final class PublishException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Said said;

    public PublishException(Said said) {
        super(said.en());
        this.said = said;
    }

    public PublishException(Said said, Throwable cause) {
        super(said.en(), cause);
        this.said = said;
    }

    public PublishException(String fr, String en) {
        this(new Said(fr, en));
    }

    public Said said() {
        return said;
    }
}
