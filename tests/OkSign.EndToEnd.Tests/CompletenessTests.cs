using System.Reflection;
using System.Text.RegularExpressions;
using OkSign.Client;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests;

/// <summary>Every operation of the service has its method, its place in the docs, a snippet, its evidence, and a route in the emulator.</summary>
public sealed partial class CompletenessTests
{
    private const string UnknownId = "123456-00000000-0000-4000-8000-000000000009";

    private static readonly string Snippets = string.Concat(
        Directory.GetFiles(Repository.PathOf("tests/OkSign.EndToEnd.Tests/Snippets"), "*Snippets.cs").Select(File.ReadAllText));

    /// <summary>The rows of docs/operations.md: operation, property of the client, method.</summary>
    public static TheoryData<string, string, string> Operations()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (Match row in OperationRow().Matches(File.ReadAllText(Repository.PathOf("docs/operations.md"))))
        {
            rows.Add(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value);
        }

        return rows;
    }

    [Fact]
    public void Operations_OfTheService_Are33()
    {
        Assert.Equal(33, Operations().Select(row => row.Data.Item1).Distinct().Count());
        Assert.Equal(33, Operations().Select(row => (row.Data.Item2, row.Data.Item3)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operation_Each_HasAMethodASnippetAndItsEvidence(string operation, string resource, string method)
    {
        string evidence = File.ReadAllText(Repository.PathOf("docs/wire-evidence.md"));

        Assert.NotNull(MethodOf(resource, method));
        Assert.Contains($".{resource}.{method}(", Snippets, StringComparison.Ordinal);
        Assert.Matches($@"(?m)^\| (<a id=""[a-z]+""></a>)?{Regex.Escape(operation)} \|", evidence);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_Each_HasARouteInTheEmulator(string operation, string resource, string method)
    {
        await using Service service = await Service.StartAsync();

        await CallAsync(service.Client, resource, method);

        RecordedRequest request = Assert.Single(service.Emulator.Requests);
        Assert.Equal((operation, 200), (request.Operation, request.StatusCode));
    }

    [Fact]
    public void Method_OfEachClient_StandsInASnippet()
    {
        PropertyInfo[] resources = [.. typeof(OkSignClient).GetProperties().Where(property => property.PropertyType.Name.EndsWith("Client", StringComparison.Ordinal))];
        IEnumerable<string> calls = resources
            .SelectMany(resource => MethodsOf(resource.PropertyType).Select(method => $".{resource.Name}.{method}("))
            .Concat(MethodsOf(typeof(OkSignClient)).Select(method => $".{method}("));

        Assert.Equal(
            typeof(OkSignClient).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(OkSignClient).Namespace && !type.IsAbstract && type.Name.EndsWith("Client", StringComparison.Ordinal)).ToHashSet(),
            resources.Select(resource => resource.PropertyType).Append(typeof(OkSignClient)).ToHashSet());
        Assert.All(calls, call => Assert.Contains(call, Snippets, StringComparison.Ordinal));
    }

    private static MethodInfo? MethodOf(string resource, string method)
        => typeof(OkSignClient).GetProperty(resource)?.PropertyType.GetMethod(method, BindingFlags.Public | BindingFlags.Instance);

    private static IEnumerable<string> MethodsOf(Type client)
        => client
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && !method.Name.StartsWith("Dispose", StringComparison.Ordinal))
            .Select(method => method.Name);

    private static async Task CallAsync(OkSignClient client, string resource, string method)
    {
        MethodInfo called = MethodOf(resource, method)!;
        try
        {
            await (Task)called.Invoke(typeof(OkSignClient).GetProperty(resource)!.GetValue(client), [.. called.GetParameters().Select(ArgumentFor)])!;
        }
        catch (OkSignException)
        {
            // What it is about does not exist. That the operation does is all that counts here.
        }
    }

    private static object ArgumentFor(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(CancellationToken) => TestContext.Current.CancellationToken,
        var type when type == typeof(DocumentId) => (DocumentId)new SourceDocumentId(UnknownId),
        var type when type == typeof(SourceDocumentId) => new SourceDocumentId(UnknownId),
        var type when type == typeof(SignedDocumentId) => new SignedDocumentId(UnknownId),
        var type when type == typeof(BriefcaseToken) => new BriefcaseToken(UnknownId),
        var type when type == typeof(SignExpressToken) => new SignExpressToken(UnknownId),
        var type when type == typeof(EditorExpressToken) => new EditorExpressToken(UnknownId),
        var type when type == typeof(EmailAttachmentId) => new EmailAttachmentId(UnknownId),
        var type when type == typeof(NotificationTarget) => (NotificationTarget)new SourceDocumentId(UnknownId),
        var type when type == typeof(OkSignFile) => OkSignFile.FromBytes(Pdf.WithPages("x"), "a.pdf"),
        var type when type == typeof(FormDescriptor) => Service.TwoSignersInOrder(),
        var type when type == typeof(Briefcase) => new Briefcase { Documents = [new SourceDocumentId(UnknownId)] },
        var type when type == typeof(SignExpressSession) => new SignExpressSession { Documents = [new SourceDocumentId(UnknownId)], SignerId = Service.Anna },
        var type when type == typeof(EditorExpressSession) => new EditorExpressSession { DocumentId = new SourceDocumentId(UnknownId) },
        var type when type == typeof(NotificationUpload) => new NotificationUpload
        {
            Notifications = new NotificationSettings { Email = new EmailNotification { To = [Service.Anna], Subject = "Please sign" } },
        },
        var type when type == typeof(OrganizationalTokenSettings) => new OrganizationalTokenSettings { ReturnUrl = new Uri("https://app.example.com/done") },
        var type when type.IsAssignableFrom(typeof(Contact[])) => new[] { new Contact { Name = "Anna Example", Email = "anna@example.com" } },
        var type when type.IsAssignableFrom(typeof(ContactKey[])) => new[] { new ContactKey { Name = "Anna Example", Email = "anna@example.com" } },
        var type when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 2, parameter.Name == "from" ? 8 : 9, 0, 0, TimeSpan.Zero),
        var type when type == typeof(string) => parameter.Name == "email" ? "anna@example.com" : "Anna Example",
        _ => throw new InvalidOperationException($"No example for {parameter}: add one."),
    };

    [GeneratedRegex(@"(?m)^\| ([A-Za-z]+\.[a-z]+(?: \(v\d\))?) \| `client\.(\w+)\.(\w+)` \| .*\]\(.+\).* \|$")]
    private static partial Regex OperationRow();
}
