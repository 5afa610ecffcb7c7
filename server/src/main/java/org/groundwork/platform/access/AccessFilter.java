// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out whose request it is and of which local, and binds both for its length. The address names the local by its
 * handle; a handle nobody knows binds nothing, so that the page behind it is refused like one that is not there.
 */
final class AccessFilter extends OncePerRequestFilter {
  private static final Pattern IN_LOCAL = Pattern.compile("/(?:l|p|r)/([0-9a-z]{8,16})(?:/.*)?");

  private final Accounts accounts;
  private final Locals locals;
  private final Mandates mandates;
  private final Transactions transactions;
  private final SessionCookies cookies;
  private final OfficeGuard guard;

  AccessFilter(Accounts accounts, Locals locals, Mandates mandates, Transactions transactions,
      SessionCookies cookies, OfficeGuard guard) {
    this.accounts = accounts;
    this.locals = locals;
    this.mandates = mandates;
    this.transactions = transactions;
    this.cookies = cookies;
    this.guard = guard;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/assets/");
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() { return false; }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = cookies.session(request).flatMap(accounts::session);
    var local = localOf(request);
    Callable<Void> rest = () -> {
      chain.doFilter(request, response);
      return null;
    };
    try {
      if (local.isEmpty()) {
        Caller caller = session.<Caller>map(s -> new Caller.Account(s.account(), guard.runsInstallation(s)))
            .orElseGet(Caller.Anonymous::new);
        Tenancy.inInstallation(() -> Callers.as(caller, rest));
      } else {
        Locals.Entry entry = local.get();
        Tenancy.in(entry.id(), () -> Callers.as(callerIn(entry, session), rest));
      }
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private Caller callerIn(Locals.Entry entry, Optional<Accounts.Session> session) {
    return session.map(s -> transactions.read(() -> mandates.actor(s, entry.id(), entry.handle())
        .<Caller>map(actor -> guard.judge(actor, s))
        .orElseGet(() -> new Caller.Account(s.account(), guard.runsInstallation(s))))).orElseGet(Caller.Anonymous::new);
  }

  private Optional<Locals.Entry> localOf(HttpServletRequest request) throws ServletException {
    Matcher named = IN_LOCAL.matcher(request.getRequestURI());
    if (!named.matches()) {
      return Optional.empty();
    }
    try {
      return Tenancy.inInstallation(() -> transactions.read(() -> locals.byHandle(named.group(1))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
