namespace OkSign.Client.Tests;

public class InputProblemTests
{
    [Fact]
    public void ToString_Always_IsPathAndMessage()
        => Assert.Equal("Signers[1].Email: is no e-mail address", new InputProblem("Signers[1].Email", "is no e-mail address").ToString());

    [Fact]
    public void OfNulls_ListWithNulls_NamesEachByItsPlace()
        => Assert.Equal(
            [new InputProblem("Signers[0]", "is null"), new InputProblem("Signers[2]", "is null")],
            InputProblem.OfNulls("Signers", [null!, "anna", null!]));

    [Fact]
    public void OfNulls_NoListAtAll_IsNoProblem() => Assert.Empty(InputProblem.OfNulls<string>("Signers", null));

    [Fact]
    public void OfEach_ElementsWithProblems_KeepsTheirOrderUnderTheirOwnPaths()
        => Assert.Equal(
            ["Fields[0]: a is first", "Fields[0]: a is wrong", "Fields[1]: b is first", "Fields[1]: b is wrong"],
            InputProblem.OfEach("Fields", ["a", "b"], static (path, item) => [new(path, $"{item} is first"), new(path, $"{item} is wrong")])
                .Select(static problem => problem.ToString()));
}
