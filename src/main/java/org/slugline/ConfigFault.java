package org.slugline;

/**
 * One thing that is wrong with the configuration.
 *
 * @param where file, line and column, or the variable
 * @param what a sentence without a full stop, with the next step
 */
public record ConfigFault(String where, String what) {}
