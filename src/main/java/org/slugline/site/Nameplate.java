package org.slugline.site;

import java.net.URI;
import java.time.ZoneId;

/** Until edition's masthead has landed: who we are, on every page. */
record Nameplate(
    String title,
    String tagline,
    URI base,
    String language,
    ZoneId zone,
    String contact,
    String rights) {}
