// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.OpenRoute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/** Turns refusals and faults into pages in the reader's language. Nothing of the fault itself reaches the page. */
@Controller
@ControllerAdvice
class Refusals implements ErrorController {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);

  @ExceptionHandler
  Answer refused(NotAllowed refusal, HttpServletRequest request) {
    return switch (refusal.reason()) {
      case SIGN_IN ->
        Answer.goTo("/sign-in?next=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
      case WITHHELD -> Answer.goTo("/l/" + Callers.actor().handle() + "/way-in");
      case ROLE -> new Answer.Show(new RefusalPage("role"), 403);
      case NOT_FOUND -> new Answer.Show(new RefusalPage("not-found"), 404);
      case CHANGED_MEANWHILE -> new Answer.Show(new RefusalPage("changed-meanwhile"), 409);
      case TOO_OFTEN -> new Answer.Show(new RefusalPage("too-often"), 429);
    };
  }

  @RequestMapping("/error")
  @OpenRoute(why = "the page for whatever went wrong")
  Answer error(HttpServletRequest request) {
    int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    if (status >= 500) {
      Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      log.error("a page failed with {}: {}", status,
          fault instanceof Throwable t ? t.getClass().getName() : "no exception");
    }
    String kind = switch (status) {
      case 403 -> "form-expired";
      case 404 -> "not-found";
      case 405 -> "not-found";
      case 413 -> "too-large";
      case 429 -> "too-often";
      default -> status < 500 ? "bad-request" : "fault";
    };
    return new Answer.Show(new RefusalPage(kind), status);
  }
}
