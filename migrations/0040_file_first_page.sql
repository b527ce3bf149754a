-- Of a PDF the first page is drawn too, to be seen where the file is only named.

comment on table file_picture is 'A picture drawn anew from what arrived, without what the camera wrote beside it; of a PDF, its first page, and the file itself is kept. At most size pixels wide.';
