package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.shallow;

/// Dates. The time of deployment itself is unknown; what is computed from given dates is not.
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date
final class DateFunctions {
    static final List<TemplateFunction> ALL = List.of(
            shallow("dateTimeAdd", 2, 3, DateFunctions::add),
            shallow("dateTimeFromEpoch", 1, 1, DateFunctions::fromEpoch),
            shallow("dateTimeToEpoch", 1, 1, call -> call.result(date(call).toEpochSecond())));

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    /// A date with or without a time and an offset; without an offset it is meant in UTC.
    private static final DateTimeFormatter INPUT = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendPattern("['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd().optionalStart().appendPattern("[ ]").appendOffset("+HH:mm", "Z").optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0).parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);

    private static final Pattern DURATION = Pattern
            .compile("(-?)P((?:[0-9]{1,9}[YMWD]){0,4})(?:T((?:[0-9.]{1,12}[HMS]){1,3}))?");

    private DateFunctions() {}

    private static OffsetDateTime date(Call call) {
        String text = call.text(0);
        try {
            return OffsetDateTime.parse(text, INPUT);
        } catch (DateTimeException e) {
            throw call.refuse("needs a date such as 2020-04-07T14:53:14Z, not '" + text + "'");
        }
    }

    private static Value fromEpoch(Call call) {
        try {
            return call.result(ISO.format(LocalDateTime.ofInstant(Instant.ofEpochSecond(call.whole(0)),
                    ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            throw call.refuse("gets a number of seconds that is no date");
        }
    }

    private static Value add(Call call) {
        OffsetDateTime base = date(call);
        String duration = call.text(1);
        Matcher parts = DURATION.matcher(duration.toUpperCase(Locale.ROOT));
        if (!parts.matches() || parts.group(2).isEmpty() && parts.group(3) == null) {
            throw call.refuse("needs a duration such as P3Y or -PT1H, not '" + duration + "'");
        }
        try {
            Period days = parts.group(2).isEmpty() ? Period.ZERO : Period.parse("P" + parts.group(2));
            Duration time = parts.group(3) == null ? Duration.ZERO : Duration.parse("PT" + parts.group(3));
            boolean back = !parts.group(1).isEmpty();
            OffsetDateTime moved = back ? base.minus(days).minus(time) : base.plus(days).plus(time);
            return call.result(call.count() == 3 ? format(call, moved) : ISO.format(
                    moved.withOffsetSameInstant(ZoneOffset.UTC)));
        } catch (DateTimeException | ArithmeticException e) {
            throw call.refuse("cannot add '" + duration + "' to this date");
        }
    }

    /// Writes a date in a format of .NET, as far as its letters mean the same here.
    private static String format(Call call, OffsetDateTime date) {
        String format = call.text(2);
        String pattern = switch (format) {
            case "d" -> "MM/dd/uuuu";
            case "s" -> "uuuu-MM-dd'T'HH:mm:ss";
            case "u" -> "uuuu-MM-dd HH:mm:ss'Z'";
            case "o", "O" -> "uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'";
            default -> {
                if (!format.matches("(yyyy|MM|dd|HH|mm|ss|[-/:. TZ_]){1,40}")) {
                    throw call.refuse("knows no date format '" + format + "'");
                }
                yield format.replace("yyyy", "uuuu").replaceAll("[TZ]", "'$0'");
            }
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(date.withOffsetSameInstant(ZoneOffset.UTC));
    }
}
