package org.slugline.edition;

import java.util.List;

/**
 * What an edition depends on beside the rows.
 *
 * @param hubs addresses of WebSub hubs, in the order in which feeds name them
 */
public record Printing(Masthead masthead, EditionSettings settings, List<String> hubs) {
  public Printing {
    hubs = List.copyOf(hubs);
  }
}
