/** Reviewer screens: sign-in, start page, page-by-page review. Server-rendered, one script for the keyboard. */
@NullMarked
package org.paperbridge.web;

import org.jspecify.annotations.NullMarked;
