package org.slugline.access;

import java.util.Set;

/** Who asks: the name of a token and what it allows. */
public record Principal(String name, Set<Scope> scopes) {
  public Principal {
    scopes = Set.copyOf(scopes);
  }

  public boolean may(Scope scope) {
    return scopes.contains(Scope.ALL) || scopes.contains(scope);
  }
}
