package org.slugline.command;

import java.util.List;

/**
 * A story of the sample week: the label of its items.
 *
 * @param about one line for whoever reads the data
 * @param near stories that look alike and are not: same actors or figure, another event
 */
record DemoStory(String key, String about, List<String> near) {
  DemoStory {
    near = List.copyOf(near);
  }
}
