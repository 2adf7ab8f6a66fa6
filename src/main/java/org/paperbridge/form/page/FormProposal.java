package org.paperbridge.form.page;

import org.paperbridge.form.layout.FormRef;

/**
 * Which form a page without readable codes seems to be. A proposal for a person, with what speaks for it; nothing follows
 * from it by itself.
 *
 * @param page from 1
 * @param share of the form's own lines that are printed where it has them, 0 to 1
 * @param named whether the page also prints this form's name, version and page in clear
 */
public record FormProposal(FormRef form, int page, double share, boolean named) {}
