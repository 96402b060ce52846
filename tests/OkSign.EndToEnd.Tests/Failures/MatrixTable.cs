namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>What was observed, as a table for a person: a row for each failure, a column for each group of operations that fare alike.</summary>
internal sealed class MatrixTable(FailureMatrix matrix)
{
    public async Task<string> WriteAsync()
    {
        var columns = new List<(string Operation, string[] Cells)>();
        foreach (OperationCase operation in OperationCase.All)
        {
            columns.Add((operation.Name, await CellsOfAsync(operation)));
        }

        return Write([.. columns.GroupBy(column => string.Join('\n', column.Cells), column => column)]);
    }

    private static string Write(IReadOnlyList<IGrouping<string, (string Operation, string[] Cells)>> groups)
    {
        string[] letters = [.. groups.Select((_, index) => $"{(char)('A' + index)}")];
        IEnumerable<string> rows = Failure.All.Select((failure, row) => Row([failure.Name, .. groups.Select(group => group.First().Cells[row])]));
        IEnumerable<string> legend = groups.Select((group, index) => $"- **{letters[index]}**: {string.Join(", ", group.Select(column => column.Operation))}");
        return string.Join('\n', [Row(["failure", .. letters]), $"|---|{string.Concat(letters.Select(_ => "---|"))}", .. rows, "", .. legend, ""]);
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string CellOf(Observation once, Observation forGood)
    {
        if (forGood.Failure is not { } failure || (once.Exception is null) != (failure.Attempts > 1))
        {
            throw new InvalidOperationException($"A failure once and for good do not go together: {once}, {forGood}.");
        }

        string kind = failure.GetType().Name["OkSign".Length..^nameof(Exception).Length];
        return $"{failure.Attempts} {kind}{(failure.MayHaveReachedService ? " (?)" : "")}";
    }

    private async Task<string[]> CellsOfAsync(OperationCase operation)
    {
        var cells = new List<string>();
        foreach (Failure failure in Failure.All)
        {
            Observation once = await matrix.ObserveAsync(operation, failure, forGood: false);
            cells.Add(CellOf(once, await matrix.ObserveAsync(operation, failure, forGood: true)));
        }

        return [.. cells];
    }
}
