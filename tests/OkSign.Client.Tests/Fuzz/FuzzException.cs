namespace OkSign.Client.Tests.Fuzz;

/// <summary>An input did what no input may do; says which, so that it can be fed again.</summary>
internal sealed class FuzzException(FuzzTarget target, int number, FuzzCase input, Exception inner)
    : Exception(
        $"""
        {target.Name}, input {number}: {inner.GetType().Name}: {inner.Message}
        Again: OKSIGN_TESTS_FUZZ_TARGET="{target.Name}" OKSIGN_TESTS_FUZZ_FIRST={number} OKSIGN_TESTS_FUZZ_INPUTS=1 dotnet test --project tests/OkSign.Client.Tests -- --filter-class "*FuzzTests"
        Input: {Cut(input.Describe())}
        """,
        inner)
{
    private const int MaxLength = 8_000;

    private static string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength] + "...";
}
