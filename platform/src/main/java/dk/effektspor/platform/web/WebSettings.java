package dk.effektspor.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the HTTP interface.
 *
 * @param bodyLimit largest request body, imports excepted
 */
@ConfigurationProperties("effektspor.web")
record WebSettings(@DefaultValue("1MB") DataSize bodyLimit) {}
