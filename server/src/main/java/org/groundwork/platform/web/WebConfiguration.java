// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.List;
import org.groundwork.platform.access.AccessInterceptor;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.paper.Paper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the shell: compiled templates, answers, the door, static files. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  Languages languages() { return new Languages(); }

  @Bean
  Walk walk(List<WalkStage> stages) { return new Walk(stages); }

  @Bean
  TemplateEngine templateEngine() {
    var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "groundwork.templates");
    engine.setBinaryStaticContent(true);
    return engine;
  }

  @Bean
  UiFactory uiFactory(Languages languages, List<NavEntry> navigation, List<MenuEntry> menu, PublicAddress address) {
    return new UiFactory(languages, navigation, menu, address);
  }

  @Bean
  RequestLanguage requestLanguage(UiFactory uis) { return uis::language; }

  @Bean
  Texts texts(Languages languages, RequestLanguage requestLanguage) { return new Texts(languages, requestLanguage); }

  @Bean
  NavEntry homeEntry() { return new NavEntry(0, "nav.home", "", "arrow-right", Power.TAKE_PART); }

  @Bean
  AnswerHandler answerHandler(TemplateEngine templates, UiFactory uis, Paper paper) {
    return new AnswerHandler(templates, uis, paper);
  }

  @Bean
  WebMvcConfigurer webShell(AnswerHandler answers, Languages languages) {
    return new WebMvcConfigurer() {
      @Override
      public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) { handlers.add(answers); }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor());
        registry.addInterceptor(new LanguageSwitch(languages));
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Assets.VERSIONED + "/**")
            .addResourceLocations(Assets.FILES)
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/assets/**")
            .addResourceLocations(Assets.FILES)
            .setCacheControl(CacheControl.noCache());
        // what a browser asks for at the root: the script that keeps one empty page, and the name of the installed app
        registry.addResourceHandler("/sw.js", "/app.webmanifest")
            .addResourceLocations("classpath:/static/")
            .setCacheControl(CacheControl.noCache());
      }
    };
  }
}
