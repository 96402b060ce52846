using System.Reflection;
using System.Text.RegularExpressions;
using OkSign.Client;
using OkSign.Client.OkDokument;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests;

/// <summary>Every operation of OKdokument has its method, its place in the docs, a snippet, its evidence, and a route in the emulator.</summary>
/// <remarks>That each has a contract, the tests of the client count.</remarks>
public sealed partial class OkDokumentCompletenessTests
{
    private static readonly string Snippets = File.ReadAllText(Repository.PathOf("tests/OkSign.EndToEnd.Tests/Snippets/OkDokumentSnippets.cs"));

    /// <summary>The rows of docs/okdokument.md: operation, property of the client, method.</summary>
    public static TheoryData<string, string, string> Operations()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (Match row in OperationRow().Matches(File.ReadAllText(Repository.PathOf("docs/okdokument.md"))))
        {
            rows.Add(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value);
        }

        return rows;
    }

    [Fact]
    public async Task Operations_OfTheService_AreTwelve()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Assert.Equal(12, Operations().Select(row => (row.Data.Item2, row.Data.Item3)).Distinct().Count());
        Assert.Equal(service.Emulator.Faults.OkDokumentOperations.Order(), Operations().Select(row => row.Data.Item1).Order());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operation_Each_HasAMethodASnippetAndItsEvidence(string operation, string resource, string method)
    {
        string evidence = File.ReadAllText(Repository.PathOf("docs/okdokument-wire-evidence.md"));

        Assert.NotNull(MethodOf(resource, method));
        Assert.Contains($".{resource}.{method}(", Snippets, StringComparison.Ordinal);
        Assert.Matches($@"(?m)^\| {Regex.Escape(operation)} \|", evidence);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_Each_HasARouteInTheEmulator(string operation, string resource, string method)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        await CallAsync(service.Client, resource, method);

        Assert.Equal(operation, Assert.Single(service.Emulator.Requests).Operation);
    }

    [Fact]
    public void Method_OfEachClient_StandsInASnippet()
    {
        PropertyInfo[] resources = [.. typeof(OkDokumentClient).GetProperties().Where(property => property.PropertyType.Namespace == typeof(OkDokumentClient).Namespace)];
        IEnumerable<string> calls = resources
            .SelectMany(resource => MethodsOf(resource.PropertyType).Select(method => $".{resource.Name}.{method}("))
            .Concat(MethodsOf(typeof(OkDokumentClient)).Select(method => $".{method}("));

        Assert.Equal(3, resources.Length);
        Assert.All(calls, call => Assert.Contains(call, Snippets, StringComparison.Ordinal));
    }

    private static MethodInfo? MethodOf(string resource, string method)
        => typeof(OkDokumentClient).GetProperty(resource)?.PropertyType.GetMethod(method, BindingFlags.Public | BindingFlags.Instance);

    private static IEnumerable<string> MethodsOf(Type client)
        => client
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName)
            .Select(method => method.Name);

    private static async Task CallAsync(OkDokumentClient client, string resource, string method)
    {
        MethodInfo called = MethodOf(resource, method)!;
        try
        {
            await (Task)called.Invoke(typeof(OkDokumentClient).GetProperty(resource)!.GetValue(client), [.. called.GetParameters().Select(ArgumentFor)])!;
        }
        catch (OkSignNotFoundException)
        {
            // What it is about does not exist. That the operation does is all that counts here.
        }
    }

    private static object? ArgumentFor(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(CancellationToken) => TestContext.Current.CancellationToken,
        var type when type == typeof(StoredDocumentId) => new StoredDocumentId("a-document-that-does-not-exist"),
        var type when type == typeof(SignatureRequestId) => SignatureRequestId.New(),
        var type when type == typeof(OkSignFile) => DokumentService.Lease,
        var type when type == typeof(SignatureRequestUpdate) => new SignatureRequestUpdate { ResultUrl = new Uri("https://app.example.com/done") },
        var type when type == typeof(Uri) => new Uri("https://app.example.com/info"),
        _ when parameter.IsOptional => null,
        _ => throw new InvalidOperationException($"No example for {parameter}: add one."),
    };

    [GeneratedRegex(@"(?m)^\| (OkDokument\.[A-Za-z]+) \| `okdokument\.(\w+)\.(\w+)` \| .+ \|$")]
    private static partial Regex OperationRow();
}
