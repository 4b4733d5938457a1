package org.slugline.site;

import org.slugline.edition.EditionSettings;
import org.slugline.edition.Editions;
import org.slugline.edition.Masthead;
import org.slugline.search.Search;
import org.slugline.store.Database;

/** The rooms that the site prints from. */
public record Newsroom(
    Masthead masthead,
    EditionSettings settings,
    Database database,
    Editions editions,
    Search search) {}
