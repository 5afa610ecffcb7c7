// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;

/**
 * Headers and the token against forged forms. Who may do what is not decided here but at the door of each route: see
 * {@code platform.access}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
      + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'";

  @Bean
  SecurityFilterChain security(HttpSecurity http) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("gw-form");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        // what other services send to /hooks/ carries no cookie: each door there believes only what is signed
        .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers("/hooks/**"))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
            .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER))
            .cacheControl(HeadersConfigurer.CacheControlConfig::disable))
        .build();
  }
}
