using System.Text;
using OkSign.Client.Tests.Contracts;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>Answers as long as the client takes them, of what costs the most memory for its length.</summary>
public class HugeInputTests(ITestOutputHelper output)
{
    // Three quarters of a gigabyte all in all, of which nearly all is garbage at once.
    private const long MaxAllocation = 48L * AnswerBuffer.MaxJsonLength;

    private static readonly Dictionary<string, (string Start, string Repeated, string End)> Forms = new()
    {
        ["zeros"] = ("""{"status":"OK","reason":[0""", ",0", "]}"),
        ["empty objects"] = ("""{"status":"OK","reason":[{}""", ",{}", "]}"),
        ["small objects"] = ("""{"status":"OK","reason":[{}""", """,{"a":1}""", "]}"),
        ["members"] = ("""{"status":"OK","reason":{"b":0""", ""","a":0""", "}}"),
        ["many fields"] = ("""{"status":"OK","reason":{"fields":[{}""", ",0", "]}}"),
        ["open brackets"] = ("""{"status":"OK","reason":""", "[", ""),
        ["open braces"] = ("""{"status":"OK","reason":""", "{\"a\":", ""),
        ["a text"] = ("""{"status":"OK","reason":"x""", "x", "\"}"),
        ["an escaped text"] = ("""{"status":"OK","reason":"x""", "\\u0041", "\"}"),
        ["a number"] = ("""{"status":"OK","reason":7""", "7", "}"),
        ["a long name"] = ("""{"status":"OK","reason":{"a""", "a", $"\":{new string('[', 40)}{new string(']', 40)}}}}}"),
        ["space"] = ("""{"status":"OK","reason":""", " ", "0}"),
        ["many reasons"] = ("""{"status":"FAILED","reason":[0""", ",0", "]}"),
        ["a long reason"] = ("""{"status":"FAILED","reason":"a""", "a@", "\"}"),
        ["a reason of links"] = ("""{"status":"FAILED","reason":"a""", "https:", "\"}"),
        ["not UTF-8"] = ("\u00ff", "\u00ff", ""),
    };

    private static readonly string[] Operations = ["Documents.active", "Documents.signed", "Metadata.retrieve (v2)", "Contacts.upload", "FormDesc.retrieve", "Briefcase.create", "Credits.retrieve", "Document.exists"];

    public static TheoryData<string> FormNames => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(FormNames))]
    public Task Call_HugeAnswer_TakesBoundedMemory(string form) => CallAllAsync(form, Body(form, AnswerBuffer.MaxJsonLength));

    [Theory]
    [InlineData("zeros", 1)]
    [InlineData("empty objects", 2)]
    [InlineData("small objects", 4)]
    [InlineData("members", 2)]
    [InlineData("many fields", 1)]
    [InlineData("many reasons", 1)]
    public Task Call_AsManyValuesAsAreRead_TakesBoundedMemory(string form, int tokens)
        => CallAllAsync(form, BodyOf(form, (Envelope.MaxTokens - 10) / tokens));

    private async Task CallAllAsync(string form, byte[] body)
    {
        foreach (string operation in Operations)
        {
            OkSignClient client = FuzzClient.Answering(body);

            long before = GC.GetAllocatedBytesForCurrentThread();
            var watch = System.Diagnostics.Stopwatch.StartNew();
            string outcome = await OutcomeAsync(ContractTable.Of(operation).Call(client, TestContext.Current.CancellationToken));
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            output.WriteLine($"{form}, {operation}: {allocated / 1024 / 1024} MB, {watch.ElapsedMilliseconds} ms, {outcome}");
            Assert.True(allocated <= MaxAllocation, $"{operation}: {allocated / 1024 / 1024} MB.");
        }
    }

    private static byte[] Body(string form, int length)
    {
        (string start, string repeated, string end) = Forms[form];
        return BodyOf(form, (length - start.Length - end.Length) / repeated.Length);
    }

    private static byte[] BodyOf(string form, int repetitions)
    {
        (string start, string repeated, string end) = Forms[form];
        return Encoding.Latin1.GetBytes(new StringBuilder(start).Insert(start.Length, repeated, repetitions).Append(end).ToString());
    }

    private static async Task<string> OutcomeAsync(Task<object?> call)
    {
        try
        {
            return (await call)?.GetType().Name ?? "null";
        }
        catch (OkSignException exception)
        {
            FuzzClient.Check(exception, isWellFormed: true);
            return exception.GetType().Name;
        }
    }
}
