using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace OkSign.Client.Tests.Telemetry;

/// <summary>docs/observability.md lists what there is: each event, metric and tag, and no other.</summary>
public sealed partial class ObservabilityPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/observability.md"));

    [Fact]
    public void Events_OnThePage_AreThoseOfTheCode()
    {
        IEnumerable<LoggerMessageAttribute> declared = typeof(LogMessages)
            .GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => (Method: method, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(pair => pair.Message is not null)
            .Select(pair => new LoggerMessageAttribute(pair.Message!.EventId, pair.Message.Level, pair.Message.Message) { EventName = pair.Method.Name });

        Assert.Equal(
            declared.Select(message => (message.EventId, Name: message.EventName!, $"{message.Level}")).Order(),
            Event().Matches(Page).Select(row => (int.Parse(row.Groups[1].Value, null), row.Groups[2].Value, row.Groups[3].Value)).Order());
    }

    [Fact]
    public void Metrics_OnThePage_AreThoseOfTheCode()
    {
        IEnumerable<Instrument> declared = typeof(Instruments)
            .GetProperties(BindingFlags.Static | BindingFlags.Public)
            .Select(property => property.GetValue(null))
            .OfType<Instrument>();

        Assert.Equal(
            declared.Select(instrument => (instrument.Name, instrument.Unit!)).Order(),
            Metric().Matches(Page).Select(row => (row.Groups[1].Value, row.Groups[2].Value)).Order());
    }

    [Fact]
    public void Tags_OnThePage_AreThoseOfTheCode()
    {
        IEnumerable<string> declared = typeof(TagNames)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(declared.Order(StringComparer.Ordinal), Tag().Matches(Page).Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"(?m)^\| (\d+) \| `(\w+)` \| (\w+) \|")]
    private static partial Regex Event();

    [GeneratedRegex(@"(?m)^\| `(oksign\.client\.[\w.]+)` \| \w+ \| `([^`]+)` \|")]
    private static partial Regex Metric();

    [GeneratedRegex(@"(?m)^\| `([\w.]+)` \| (?:yes|no|—)")]
    private static partial Regex Tag();
}
