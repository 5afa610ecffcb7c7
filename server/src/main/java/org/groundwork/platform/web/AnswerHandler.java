// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Sends an {@link Answer}: renders a view's own template, or leads elsewhere. */
final class AnswerHandler implements HandlerMethodReturnValueHandler {
  private static final int UNPROCESSABLE = 422;
  private final TemplateEngine templates;
  private final UiFactory uis;

  AnswerHandler(TemplateEngine templates, UiFactory uis) {
    this.templates = templates;
    this.uis = uis;
  }

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return Answer.class.isAssignableFrom(type.getParameterType());
  }

  @Override
  public void handleReturnValue(@Nullable Object answer, MethodParameter type, ModelAndViewContainer container,
      NativeWebRequest request) throws IOException {
    container.setRequestHandled(true);
    send((Answer) Objects.requireNonNull(answer, "a route answers"),
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
        Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
  }

  void send(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
    switch (answer) {
      case Answer.Show(View view, int status) -> {
        var output = rendered(view, uis.of(request), status);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.addHeader("Vary", "HX-Request, Accept-Language, Cookie");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
      }
      case Answer.FileOf file -> {
        response.setContentType(file.mediaType());
        response.setHeader("Content-Disposition", file.disposition());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
      }
      case Answer.GoTo(String path) -> {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
      }
    }
  }

  /**
   * A form that was refused is rendered twice: the summary of errors stands above the fields, and what those are called
   * is known once they have been rendered.
   */
  private Utf8ByteOutput rendered(View view, Ui ui, int status) {
    if (status == HttpServletResponse.SC_CONFLICT || status == UNPROCESSABLE) {
      templates.render(templateOf(view.getClass()), Map.of("page", view, "ui", ui), new Utf8ByteOutput());
    }
    var output = new Utf8ByteOutput();
    templates.render(templateOf(view.getClass()), Map.of("page", view, "ui", ui), output);
    return output;
  }

  /** {@code org.groundwork.roll.internal.PeoplePage} is shown by {@code roll/PeoplePage.jte}. */
  static String templateOf(Class<?> view) {
    String[] packages = view.getPackageName().split("\\.", -1);
    return packages[2] + "/" + view.getSimpleName() + ".jte";
  }
}
