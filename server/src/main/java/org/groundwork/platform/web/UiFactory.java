// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.PublicAddress;
import org.springframework.security.web.csrf.CsrfToken;

/** Puts together what templates may ask for, from the request. */
final class UiFactory {
  static final String LANGUAGE_COOKIE = "gw-language";
  private final Languages languages;
  private final List<NavEntry> navigation;
  private final List<MenuEntry> menu;
  private final PublicAddress address;

  UiFactory(Languages languages, List<NavEntry> navigation, List<MenuEntry> menu, PublicAddress address) {
    this.address = address;
    this.languages = languages;
    this.menu = menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
    this.navigation = navigation.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
  }

  Ui of(HttpServletRequest request) {
    var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    var csrf = token == null ? new Ui.Csrf("_csrf", "") : new Ui.Csrf(token.getParameterName(), token.getToken());
    Caller caller = Callers.current();
    return new Ui(language(request), languages, caller, csrf, request.getRequestURI(),
        navigation(caller, request.getRequestURI()), menu(caller, request.getRequestURI()),
        address.origin().orElse(""));
  }

  /** The language the reader chose, or the best we have for what the browser asks. */
  Locale language(HttpServletRequest request) {
    if (request.getAttribute(LanguageSwitch.CHOSEN) instanceof Locale chosen) {
      return chosen;
    }
    return cookie(request, LANGUAGE_COOKIE).flatMap(languages::known).orElseGet(() -> {
      String asked = request.getHeader("Accept-Language");
      return asked == null ? Locale.ENGLISH : languages.best(ranges(asked));
    });
  }

  private static List<Locale.LanguageRange> ranges(String asked) {
    try {
      return asked.length() > 500 ? List.of() : Locale.LanguageRange.parse(asked);
    } catch (IllegalArgumentException e) {
      return List.of(); // a header nobody can read asks for nothing
    }
  }

  private List<NavItem> navigation(Caller caller, String path) {
    if (!(caller instanceof Caller.Actor actor)) {
      return caller.isOfInstallation() ? ofInstallation(caller, path) : List.of();
    }
    String home = "/l/" + actor.handle();
    return navigation.stream().filter(entry -> entry.shownTo(actor)).map(entry -> {
      String at = entry.path().isEmpty() ? home : home + "/" + entry.path();
      boolean current = entry.path().isEmpty() ? path.equals(home) : path.equals(at) || path.startsWith(at + "/");
      return new NavItem(entry.key(), at, entry.icon(), current);
    }).toList();
  }

  /** Outside of a local, whoever runs the installation finds the way home and to what they run. */
  private List<NavItem> ofInstallation(Caller caller, String path) {
    var items = new ArrayList<NavItem>();
    items.add(new NavItem("nav.home", "/", "arrow-right", path.equals("/")));
    menu.stream()
        .filter(entry -> entry.path().startsWith("/") && entry.shownTo().test(caller))
        .map(entry -> new NavItem(entry.key(), entry.path(), entry.icon(),
            path.equals(entry.path()) || path.startsWith(entry.path() + "/")))
        .forEach(items::add);
    return items;
  }

  private List<NavItem> menu(Caller caller, String path) {
    String home = caller instanceof Caller.Actor actor ? "/l/" + actor.handle() + "/" : "";
    return menu.stream().filter(entry -> entry.shownTo().test(caller)).map(entry -> {
      String at = entry.path().startsWith("/") ? entry.path() : home + entry.path();
      return new NavItem(entry.key(), at, entry.icon(), path.equals(at));
    }).toList();
  }

  static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }
}
