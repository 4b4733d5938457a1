package org.slugline.command;

import java.net.URI;

/**
 * A sample outlet as the newsroom subscribes to it.
 *
 * @param feed absolute, with the port
 * @param language BCP 47
 */
record DemoOutlet(String name, URI feed, String language) {}
