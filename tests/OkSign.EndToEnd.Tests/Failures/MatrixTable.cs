namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>What was observed, as a table for a person: a row for each failure, a column for each group of operations that fare alike.</summary>
internal sealed class MatrixTable(FailureMatrix matrix)
{
    // That the other service does not know the failure.
    private const string Nothing = "";

    public async Task<string> WriteAsync()
    {
        var columns = new List<(string Operation, string[] Cells)>();
        foreach (OperationCase operation in OperationCase.All)
        {
            columns.Add((operation.Name, await CellsOfAsync(operation)));
        }

        return Write([.. columns.GroupBy(column => string.Join('\n', column.Cells.Where((_, row) => Failure.All[row].Service is null)), column => column)]);
    }

    private static string Write(IReadOnlyList<IGrouping<string, (string Operation, string[] Cells)>> groups)
    {
        string[] letters = [.. groups.Select((_, index) => $"{(char)('A' + index)}")];
        IEnumerable<string> rows = Failure.All.Select((failure, row) => Row([failure.Name, .. groups.Select(group => CellOf(group.Select(column => column.Cells[row])))]));
        IEnumerable<string> legend = groups.Select((group, index) => $"- **{letters[index]}**: {string.Join(", ", group.Select(column => column.Operation))}");
        return string.Join('\n', [Row(["failure", .. letters]), $"|---|{string.Concat(letters.Select(_ => "---|"))}", .. rows, "", .. legend, ""]);
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>What all operations of a group have that know the failure.</summary>
    private static string CellOf(IEnumerable<string> cells)
        => cells.Where(cell => cell != Nothing).Distinct().SingleOrDefault(Nothing);

    private static string CellOf(Observation once, Observation forGood)
    {
        if ((once.Exception, forGood.Exception) is (null, null))
        {
            return "answered";
        }

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
            cells.Add((failure.Service ?? operation.Service) == operation.Service ? await CellOfAsync(operation, failure) : Nothing);
        }

        return [.. cells];
    }

    private async Task<string> CellOfAsync(OperationCase operation, Failure failure)
    {
        Observation once = await matrix.ObserveAsync(operation, failure, forGood: false);
        return CellOf(once, await matrix.ObserveAsync(operation, failure, forGood: true));
    }
}
