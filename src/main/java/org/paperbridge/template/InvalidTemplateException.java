package org.paperbridge.template;

import java.util.List;
import java.util.stream.Collectors;

/** Templates with mistakes: all of them, so that an author mends them in one go. */
public final class InvalidTemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<TemplateFinding> findings;

    public InvalidTemplateException(List<TemplateFinding> findings) {
        super(findings.stream().map(TemplateFinding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<TemplateFinding> findings() {
        return findings;
    }
}
