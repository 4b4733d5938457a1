package org.slugline.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The addresses that Javalin answers. Each GET brings its HEAD; what is registered first stays. */
public final class Paths {
  private final RoutesConfig routes;
  private final Map<String, List<String>> methods = new LinkedHashMap<>();

  private final UnaryOperator<Handler> keeping;

  Paths(RoutesConfig routes) {
    this(routes, UnaryOperator.identity());
  }

  /**
   * @param keeping what is put around the printing of public pages
   */
  Paths(RoutesConfig routes, UnaryOperator<Handler> keeping) {
    this.routes = routes;
    this.keeping = keeping;
  }

  /** A public page: the same for everyone, and until something is stored. */
  void page(String path, Handler handler) {
    get(path, keeping.apply(handler));
  }

  /** GET and HEAD: Javalin would answer an unregistered HEAD with 200 and no headers. */
  public void get(String path, Handler handler) {
    if (took(path, "GET")) {
      routes.get(path, handler);
      routes.head(path, handler);
    }
  }

  /** Before whatever answers this address. */
  void before(String path, Handler handler) {
    routes.before(path, handler);
  }

  public void post(String path, Handler handler) {
    if (took(path, "POST")) {
      routes.post(path, handler);
    }
  }

  void put(String path, Handler handler) {
    if (took(path, "PUT")) {
      routes.put(path, handler);
    }
  }

  void patch(String path, Handler handler) {
    if (took(path, "PATCH")) {
      routes.patch(path, handler);
    }
  }

  void delete(String path, Handler handler) {
    if (took(path, "DELETE")) {
      routes.delete(path, handler);
    }
  }

  /** Methods by path pattern, in order of registration; GET stands for HEAD too. */
  Map<String, List<String>> table() {
    return Map.copyOf(methods);
  }

  private boolean took(String path, String method) {
    var there = methods.computeIfAbsent(path, _ -> new ArrayList<>());
    return !there.contains(method) && there.add(method);
  }
}
