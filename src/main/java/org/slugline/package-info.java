/** The wiring: configuration, construction order, the round and the scheduler. */
@NullMarked
package org.slugline;

import org.jspecify.annotations.NullMarked;
